"""What a result says: the parts that page, paper and talk share."""
