"""The question bank: what is asked, in which world, on which scale, in which words."""

from quiz.bank.check import check_content
from quiz.bank.lesson import Lesson, Plan, load_lesson
from quiz.bank.load import load_bank
from quiz.bank.paper import Competence, Paper, ParentSheet, load_paper
from quiz.bank.schema import Bank, BankError, Item, TechTypeText, Texts, WorldText
from quiz.bank.texts import load_texts

__all__ = [
    "Bank",
    "BankError",
    "Competence",
    "Item",
    "Lesson",
    "Paper",
    "ParentSheet",
    "Plan",
    "TechTypeText",
    "Texts",
    "WorldText",
    "check_content",
    "load_bank",
    "load_lesson",
    "load_paper",
    "load_texts",
]
