"""What is written out is what was read in."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from quiz.cli import main
from quiz.config import paths
from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.export import ExportRefused, export_catalogue
from tests.domain.catalogue.small import small_files, write_files


def test_the_real_catalogue_comes_out_byte_for_byte(seed: Catalogue, tmp_path: Path) -> None:
    written = export_catalogue(seed, tmp_path / "new" / "folder")
    assert len(written) == 9
    for file in written:
        assert file.read_bytes() == (paths.CATALOGUE_SEED / file.name).read_bytes()


def test_nothing_is_written_over_and_then_nothing_is_written(
    seed: Catalogue, tmp_path: Path
) -> None:
    (tmp_path / "events.csv").write_text("mine")
    with pytest.raises(ExportRefused, match=r"staat al events\.csv\. Kies een lege map"):
        export_catalogue(seed, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["events.csv"]


def test_a_folder_that_cannot_be_made_is_said(seed: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportRefused, match="kan niet geschreven worden"):
        export_catalogue(seed, tmp_path / "file" / "folder")


def test_the_command_checks_the_own_catalogue_by_default() -> None:
    result = CliRunner().invoke(main, ["catalogue", "check"])
    assert result.exit_code == 0
    assert "is in orde" in result.output


def test_the_command_says_each_finding_and_fails(tmp_path: Path) -> None:
    files = small_files()
    files["events.csv"][0]["months"] = "lente"
    write_files(tmp_path, files)
    result = CliRunner().invoke(main, ["catalogue", "check", str(tmp_path)])
    assert result.exit_code == 1
    assert "events.csv, rij 2, kolom months: 'lente'" in result.output
    assert "1 ding om te herstellen" in result.output


def test_the_command_says_on_one_line_that_a_folder_does_not_exist(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["catalogue", "check", str(tmp_path / "none")])
    assert result.exit_code == 2
    assert "does not exist" in result.output.splitlines()[-1]


def test_the_command_exports_once_and_then_refuses(tmp_path: Path) -> None:
    first = CliRunner().invoke(main, ["catalogue", "export", str(tmp_path / "out")])
    assert first.exit_code == 0
    assert "9 bestanden geschreven" in first.output
    again = CliRunner().invoke(main, ["catalogue", "export", str(tmp_path / "out")])
    assert again.exit_code == 1
    assert "Kies een lege map" in again.output


def test_what_was_exported_passes_the_check(seed: Catalogue, tmp_path: Path) -> None:
    export_catalogue(seed, tmp_path)
    assert CliRunner().invoke(main, ["catalogue", "check", str(tmp_path)]).exit_code == 0
