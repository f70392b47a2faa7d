"""`quiz check`: what someone who changed the content sees."""

from pathlib import Path

from click.testing import CliRunner, Result

from quiz.cli import main
from quiz.config import paths

from .conftest import Change


def run(*options: str) -> Result:
    """Run `quiz check` with these options, through `quiz`: what runs first decides its -h."""
    return CliRunner().invoke(main, ("check", *options), prog_name="quiz")


def test_the_product_itself_is_in_order() -> None:
    result = run()
    assert result.exit_code == 0, result.output
    assert result.output.startswith("56 questions, ")
    assert result.output.endswith(" texts: in order\n")


def test_every_finding_is_one_line_and_the_command_fails(content: Path, change: Change) -> None:
    change("texts/nl.yaml", lambda texts: texts["items"].update({"ijs-zonder-melk": "IJs maken."}))
    change("bank.yaml", lambda bank: bank["items"][0].update(keying=-1))
    result = run("--questions", str(content))
    assert result.exit_code == 1
    assert [line.split(": ")[0] for line in result.output.splitlines()] == [
        "bank.yaml, brace-lopen",
        "texts/nl.yaml, ijs-zonder-melk",
    ]


def test_a_model_that_cannot_serve_these_questions_is_a_finding(content: Path) -> None:
    result = run("--questions", str(content), "--model", str(content / "nothing.json"))
    assert result.exit_code == 1
    assert "nothing.json" in result.output
    assert len(result.output.splitlines()) == 1


def test_a_model_of_other_questions_is_a_finding(content: Path, change: Change) -> None:
    change("bank.yaml", lambda bank: bank["items"][0].update(version=2))
    result = run("--questions", str(content), "--model", str(paths.MODELS / "worlds.json"))
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 1


def test_a_list_of_the_decaan_with_an_unknown_programme_is_a_finding(
    content: Path, change: Change
) -> None:
    change("signed/groups.yaml", lambda groups: groups["koken"].append("mbo-00000"))
    result = run("--questions", str(content))
    assert result.exit_code == 1
    assert "signed/groups.yaml, koken: mbo-00000 is no programme" in result.output


def test_a_choice_moment_without_its_sentence_is_a_finding(content: Path, change: Change) -> None:
    change("moments.yaml", lambda found: found["moments"][0].update(text="moment.weg"))
    result = run("--questions", str(content))
    assert result.exit_code == 1
    assert "moment.weg has no sentence in results/nl.yaml; write it" in result.output
    change("moments.yaml", lambda found: found["moments"][0].update(years=[9]))
    assert "moments.yaml, moment 1, years: 9" in run("--questions", str(content)).output


def test_a_profile_without_its_words_or_of_no_world_of_ours_is_a_finding(
    content: Path, change: Change
) -> None:
    change(
        "profiles.yaml", lambda found: found["vmbo-tl"].update(groen={"also": ["mens-gezondheid"]})
    )
    output = run("--questions", str(content)).output
    assert "profiles.yaml: profile.groen.ask has no sentence in results/en.yaml" in output
    change(
        "profiles.yaml", lambda found: found["vmbo-tl"]["groen"].update(often=["mens-gezondheid"])
    )
    assert "vmbo-tl, groen: has mens-gezondheid twice" in run("--questions", str(content)).output
    change("profiles.yaml", lambda found: found["vmbo-tl"]["groen"].update(often=["zee"]))
    assert "profiles.yaml, vmbo-tl, groen, often: 'zee'" in run("--questions", str(content)).output


def test_a_catalogue_of_other_worlds_is_a_finding(content: Path, change: Change) -> None:
    old, new = "hitech-science", "sterren"
    files = (
        "worlds.yaml",
        "bank.yaml",
        "tags.yaml",
        "zoom.yaml",
        "worlds/nl.yaml",
        "worlds/en.yaml",
    )
    for name in files:
        path = content / name
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    result = run("--questions", str(content))
    assert result.exit_code == 1
    assert "worlds.csv: has other worlds than worlds.yaml" in result.output
