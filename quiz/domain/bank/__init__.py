"""The question bank: what is asked, in which world, on which scale, in which words."""
