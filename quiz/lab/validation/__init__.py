"""The plan for the first real pupils, written before there are any, and the report it asks for.

docs/validation.md is the plan; `quiz validate` makes the report.
"""
