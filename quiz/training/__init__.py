"""Trains and judges the engine. The only room that imports scikit-learn; the web never loads it."""
