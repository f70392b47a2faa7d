"""The question bank: what is asked, in which world, on which scale, in which words."""

from quiz.bank.check import check_content
from quiz.bank.lesson import Lesson, Plan, load_lesson
from quiz.bank.load import load_bank
from quiz.bank.schema import Bank, BankError, Item, TechTypeText, Texts, WorldText
from quiz.bank.texts import load_texts

__all__ = [
    "Bank",
    "BankError",
    "Item",
    "Lesson",
    "Plan",
    "TechTypeText",
    "Texts",
    "WorldText",
    "check_content",
    "load_bank",
    "load_lesson",
    "load_texts",
]
