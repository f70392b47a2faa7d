"""What somebody else could put into a backup: programs, rules of their own, rows that never were.

By kind of database, statements that are run in theirs; the values hold SECRET where they can.
"""

# ruff: noqa: S608

SECRET = "geheim"
SQLITE, POSTGRESQL = "sqlite", "postgresql"
_ANY_SCHEMA, _READ_ANEW = "PRAGMA writable_schema = ON", "PRAGMA writable_schema = RESET"
_NO_CHECKS = "PRAGMA ignore_check_constraints = ON"


def _rewritten(table: str, old: str, new: str) -> list[str]:
    """SQLite: another text for a table or index, as its maker would have written it."""
    change = f"UPDATE sqlite_master SET sql = replace(sql, '{old}', '{new}') WHERE name = '{table}'"
    return [_ANY_SCHEMA, change, _READ_ANEW]


# Of these files nothing may be read.
PROGRAMS = [
    "CREATE TRIGGER t AFTER INSERT ON staff_invitation BEGIN UPDATE staff SET active = 1; END",
    "CREATE VIEW v AS SELECT * FROM staff",
    "CREATE VIRTUAL TABLE words USING fts5(word)",
    "INSERT INTO sqlite_master VALUES ('table', 'w', 'w', 0, 'CREATE/**/VIRTUAL TABLE w USING x')",
    "ALTER TABLE staff ADD COLUMN more TEXT AS (lower(email)) VIRTUAL",
    "ALTER TABLE staff ADD COLUMN more TEXT",
    "ALTER TABLE role RENAME COLUMN name TO more",
    "CREATE TABLE more (id INTEGER)",
    "DROP TABLE share_code",
]
_FAILS = "CASE WHEN active THEN 0 ELSE abs(-9223372036854775807 - 1) END"
# These bring rows, and leave everything else behind.
RULES = {
    "an index that fails": {
        SQLITE: [
            "DROP INDEX ix_staff_email",
            f"CREATE INDEX ix_staff_email ON staff (email, {_FAILS})",
            f"CREATE INDEX ix_more ON staff (id) WHERE {_FAILS}",
        ],
        POSTGRESQL: [
            "DROP INDEX ix_staff_email",
            "CREATE INDEX ix_staff_email ON staff ((CASE WHEN active THEN 0 ELSE 1 / (id-id) END))",
        ],
    },
    "a check": {
        SQLITE: _rewritten("attempt", "CHECK (target_blocks >= 1)", "CHECK (year < 9)"),
        POSTGRESQL: ["ALTER TABLE attempt ADD CHECK (year < 9)"],
    },
    "no check": {
        SQLITE: _rewritten("attempt", "CHECK (target_blocks >= 1)", "CHECK (target_blocks)"),
        POSTGRESQL: ["ALTER TABLE attempt DROP CONSTRAINT ck_attempt_target_blocks_positive"],
    },
    "replacing": {
        SQLITE: _rewritten("role", "UNIQUE (name)", "UNIQUE (name) ON CONFLICT REPLACE"),
        POSTGRESQL: ["CREATE RULE r AS ON DELETE TO attempt DO INSTEAD NOTHING"],
    },
    "unique together": {
        SQLITE: _rewritten("share_code", "UNIQUE (digest)", "UNIQUE (digest, attempt_id)"),
        POSTGRESQL: ["ALTER TABLE share_code DROP CONSTRAINT uq_share_code_digest"],
    },
    "a default": {
        SQLITE: _rewritten(
            "attempt", "pictured BOOLEAN DEFAULT false", "pictured BOOLEAN DEFAULT 1"
        ),
        POSTGRESQL: ["ALTER TABLE attempt ALTER pictured SET DEFAULT true"],
    },
    "nullable, another order": {
        SQLITE: _rewritten("staff", "VARCHAR(254) NOT NULL", "VARCHAR(254) COLLATE NOCASE"),
        POSTGRESQL: ["ALTER TABLE staff ALTER email DROP NOT NULL"],
    },
    "what goes along": {
        SQLITE: _rewritten("answer", "ON DELETE CASCADE", "ON UPDATE CASCADE DEFERRABLE"),
        POSTGRESQL: ["ALTER TABLE answer DROP CONSTRAINT fk_answer_attempt_id"],
    },
    "a program": {
        SQLITE: ["ANALYZE"],
        POSTGRESQL: [
            "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE; END'",
            "CREATE TRIGGER t BEFORE INSERT ON attempt FOR EACH ROW EXECUTE FUNCTION f()",
        ],
    },
}
# Refused: our own rules, types and references do not take them.
BAD_ROWS = {
    "check": {
        SQLITE: [_NO_CHECKS, "UPDATE answer SET value = -5"],
        POSTGRESQL: [
            "ALTER TABLE answer DROP CONSTRAINT ck_answer_value_not_negative",
            "UPDATE answer SET value = -5",
        ],
    },
    "reference": {
        SQLITE: ["UPDATE attempt SET class_id = 99999"],
        POSTGRESQL: [
            "ALTER TABLE attempt DROP CONSTRAINT fk_attempt_class_id",
            "UPDATE attempt SET class_id = 99999",
        ],
    },
    "range": {
        SQLITE: ["UPDATE attempt SET year = 99999999999"],
        POSTGRESQL: [
            "ALTER TABLE attempt ALTER year TYPE bigint",
            "UPDATE attempt SET year = 99999999999",
        ],
    },
    "null": {
        SQLITE: [
            *_rewritten("staff", "email VARCHAR(254) NOT NULL", "email VARCHAR(254)"),
            "UPDATE staff SET email = NULL",
        ],
        POSTGRESQL: [
            "ALTER TABLE staff ALTER email DROP NOT NULL",
            "UPDATE staff SET email = NULL",
        ],
    },
    "twice": {
        SQLITE: [
            "DROP TABLE role",
            "CREATE TABLE role (id INTEGER, name TEXT)",
            f"INSERT INTO role VALUES (1, '{SECRET}'), (2, '{SECRET}')",
        ],
        POSTGRESQL: [
            "ALTER TABLE role DROP CONSTRAINT uq_role_name",
            f"INSERT INTO role VALUES (8, '{SECRET}'), (9, '{SECRET}')",
        ],
    },
    "long": {
        SQLITE: [f"UPDATE attempt SET nickname = '{SECRET * 20}'"],
        POSTGRESQL: [
            "ALTER TABLE attempt ALTER nickname TYPE text",
            f"UPDATE attempt SET nickname = '{SECRET * 20}'",
        ],
    },
    "huge": {
        SQLITE: ["UPDATE result SET outcome = '\"' || hex(zeroblob(11000000)) || '\"'"],
        POSTGRESQL: ["UPDATE result SET outcome = to_json(repeat('x', 22000000))"],
    },
    "a text for a number": {
        SQLITE: [f"UPDATE answer SET value = '{SECRET}'"],
        POSTGRESQL: [
            "ALTER TABLE answer DROP CONSTRAINT ck_answer_value_not_negative",
            f"ALTER TABLE answer ALTER value TYPE text USING '{SECRET}'",
        ],
    },
    "neither true nor false": {
        SQLITE: ["UPDATE staff SET active = 7"],
        POSTGRESQL: [f"ALTER TABLE staff ALTER active TYPE text USING '{SECRET}'"],
    },
    "no moment": {
        SQLITE: [f"UPDATE attempt SET started_at = '{SECRET}'"],
        POSTGRESQL: [f"ALTER TABLE attempt ALTER started_at TYPE text USING '{SECRET}'"],
    },
    "no moment of ours": {
        SQLITE: ["UPDATE attempt SET started_at = '20000-01-01 00:00:00'"],
        POSTGRESQL: ["UPDATE attempt SET started_at = 'infinity'"],
    },
    "no day of ours": {
        SQLITE: ["UPDATE attempt SET last_used_at = '2026-02-31 00:00:00'"],
        POSTGRESQL: ["UPDATE attempt SET last_used_at = '0044-03-15 BC'"],
    },
    "no json": {
        SQLITE: [f"UPDATE result SET outcome = '{{{SECRET}'"],
        POSTGRESQL: [f"ALTER TABLE result ALTER outcome TYPE text USING '{{{SECRET}'"],
    },
    "no bytes": {
        SQLITE: [f"UPDATE attempt SET return_digest = '{SECRET}'"],
        POSTGRESQL: [f"ALTER TABLE attempt ALTER return_digest TYPE text USING '\\xq{SECRET}'"],
    },
    "a letter that ends it": {
        SQLITE: [f"UPDATE attempt SET nickname = '{SECRET}' || char(0) || '{SECRET * 20}'"],
        POSTGRESQL: [f"ALTER TABLE attempt ALTER return_digest TYPE text USING '{SECRET}\\q'"],
    },
    "no letters": {
        SQLITE: ["UPDATE school SET name = CAST(x'67656865696dff' AS TEXT)"],
        POSTGRESQL: [
            "ALTER TABLE school ALTER name TYPE text",
            "UPDATE school SET name = repeat('é', 999)",
        ],
    },
}
# What the text of a dump may become: letters of another encoding, rows that end too soon or never.
BAD_TEXTS = [
    (b"Blauwe Otter", b"geheim \xff\xfe"),
    (b"Blauwe Otter", b"geheim \x00"),
    (b"Blauwe Otter", b"geheim\tgeheim"),
    (b"Blauwe Otter", b"geheim\\"),
    (b"Blauwe Otter", b"geheim\n"),
    (b"\n\\.\n", b"\ngeheim"),
    (b"Blauwe Otter", b"geheim" * 5_000_000),
]
