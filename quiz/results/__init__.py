"""What a result says, in words and pictures: shared by the pupil, the paper and the counsellor."""
