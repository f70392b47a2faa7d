"""Worlds made otherwise than those the model is trained on, to see whether its certainty holds.

Nothing here is used in training (import-linter holds that), and nothing of training is used to
invent these worlds: another structure of questions, other people, another way of answering.
"""
