"""The worlds that judge the model, which training never sees."""
