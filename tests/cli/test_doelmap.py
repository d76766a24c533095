"""Een waarschuwing als een kopie in een map komt die gelijk wordt gehouden, gedeeld is of mee te nemen is."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest

from veiligheidsplan.cli import doelmap


@pytest.mark.parametrize(
    ("map_", "dienst"),
    [
        ("OneDrive - Gemeente Voorbeeld/Documenten", "OneDrive"),
        ("OneDrive/Bureaublad", "OneDrive"),
        ("Dropbox (Werk)/plannen", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs/Plannen", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-kim/Mijn Drive", "Google Drive"),
        ("Google Drive/Mijn Drive", "Google Drive"),
        ("Nextcloud/werk", "Nextcloud"),
        ("ownCloud", "ownCloud"),
    ],
)
def test_een_map_die_heet_als_een_dienst_wordt_gezien(tmp_path: Path, map_: str, dienst: str) -> None:
    plek = tmp_path / map_
    plek.mkdir(parents=True)
    assert doelmap.synchronised(plek) == dienst
    assert "ook op een ander apparaat" in str(doelmap.warning(plek / "plan.pdf"))


@pytest.mark.parametrize(
    ("teken", "dienst"),
    [
        (".dropbox", "Dropbox"),
        (".nextcloudsync.log", "Nextcloud"),
        (".sync_0a1b2c.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".tmp.drivedownload", "Google Drive"),
        (".stfolder", "Syncthing"),
    ],
)
def test_een_merkteken_in_een_map_erboven_telt_ook(tmp_path: Path, teken: str, dienst: str) -> None:
    """De map kan elke naam hebben: de dienst laat zelf iets achter."""
    (tmp_path / teken).write_text("")
    plek = tmp_path / "werk" / "plannen"
    plek.mkdir(parents=True)
    assert doelmap.synchronised(plek) == dienst


@pytest.mark.parametrize(
    "naam", ["Documenten", "stackelberg", "dropboxer", "onedrivers", "Boxtel", "plannen.2026", "megasync"]
)
def test_een_gewone_map_geeft_geen_waarschuwing(tmp_path: Path, naam: str) -> None:
    plek = tmp_path / naam
    plek.mkdir()
    assert doelmap.warning(plek) is None


def test_windows_zegt_zelf_waar_onedrive_staat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Het bureaublad kan in OneDrive staan onder een naam die dat niet laat zien."""
    plek = tmp_path / "Werkmap" / "Bureaublad"
    plek.mkdir(parents=True)
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Werkmap"))
    assert doelmap.synchronised(plek) == "OneDrive"


def test_het_bureaublad_van_een_mac_kan_in_icloud_staan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Desktop").mkdir()
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert doelmap.synchronised(tmp_path / "Desktop") is None
    (tmp_path / "Library" / "Mobile Documents" / "com~apple~CloudDocs" / "Desktop").mkdir(parents=True)
    assert doelmap.synchronised(tmp_path / "Desktop") == "iCloud"


def test_een_verwijzing_naar_een_gedeelde_map_wordt_gevolgd(tmp_path: Path) -> None:
    echt = tmp_path / "Nextcloud"
    echt.mkdir()
    (tmp_path / "werk").symlink_to(echt)
    assert "Nextcloud" in str(doelmap.warning(tmp_path / "werk" / "plan.pdf"))


def test_een_map_waar_iedereen_mag_schrijven_is_gedeeld(tmp_path: Path) -> None:
    plek = tmp_path / "algemeen"
    plek.mkdir()
    plek.chmod(0o777)
    assert "ook voor anderen" in str(doelmap.warning(plek))
    plek.chmod(0o700)
    assert doelmap.warning(plek) is None


@pytest.mark.parametrize(
    "plek", ["/media/kim/STICK/plan.pdf", "/run/media/kim/STICK/plan.pdf", "/Volumes/STICK/plan.pdf"]
)
def test_een_stick_is_een_losse_plek(plek: str) -> None:
    assert "stick" in str(doelmap.warning(Path(plek)))


def test_op_windows_zegt_het_systeem_of_een_schijf_los_is_of_van_een_netwerk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doelmap.sys, "platform", "win32")
    for soort, woord in ((2, "stick"), (4, "ook voor anderen"), (3, "None")):
        monkeypatch.setattr(doelmap, "_windows_drive", lambda plek, soort=soort: soort)
        assert woord in str(doelmap.warning(Path("plannen") / "plan.pdf"))
    assert doelmap._shared(PureWindowsPath(r"\\server\map"))  # type: ignore[arg-type]


def test_een_map_die_niet_te_lezen_is_of_niet_bestaat_houdt_niemand_tegen(tmp_path: Path) -> None:
    assert doelmap.warning(tmp_path / "nergens" / "plan.pdf") is None
    assert doelmap.warning(Path("map\0") / "plan.pdf") is None
