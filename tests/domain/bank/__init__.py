"""The question bank: what a reviewer of questions and a builder of pages rely on."""
