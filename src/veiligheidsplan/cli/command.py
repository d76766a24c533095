"""Runs one command with typer, and says everything that typer says in Dutch."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand
from typer.main import get_command

from veiligheidsplan.bevinding import nearest
from veiligheidsplan.cli.clean import clean
from veiligheidsplan.cli.faults import Gebruiksfout
from veiligheidsplan.cli.help import HELP_RIJ, layout
from veiligheidsplan.cli.register import Opdracht

if TYPE_CHECKING:
    from typer.core import TyperOption

# typer keeps its error classes private; their common base is the one above the public BadParameter
_UsageError: type[Exception] = typer.BadParameter.__mro__[1]


class DutchCommand(TyperCommand):
    """A typer command whose help and refusals are Dutch."""

    opdracht: Opdracht
    pad: str

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """The option ``--help``, described in Dutch."""
        optie = super().get_help_option(ctx)
        if optie is not None:
            optie.help = HELP_RIJ[1]
        return optie

    def get_help(self, ctx: Any) -> str:
        """The whole help page."""
        params = [p for p in self.get_params(ctx) if not getattr(p, "hidden", False)]
        argumenten = [p for p in params if p.param_type_name == "argument"]
        opties = [p for p in params if p.param_type_name == "option"]
        stukken = [self.pad, "[OPTIES]", *(_usage(p) for p in argumenten)]
        secties = [("Argumenten", [_row(p) for p in argumenten]), ("Opties", [_row(p) for p in opties])]
        return layout(" ".join(stukken), self.opdracht.hulp, secties, self.opdracht.voorbeeld).rstrip("\n")

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As typer, but left-over words are refused in our own words."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise Gebruiksfout(f"Dit hoort niet bij deze opdracht: «{clean(' '.join(rest), regels=False)}».")
        return rest


def run(pad: str, opdracht: Opdracht, args: list[str]) -> int:
    """Import the command's module, parse *args*, run it; its exit code."""
    functie = getattr(import_module(opdracht.module), opdracht.functie)
    command = build(pad, opdracht, functie)
    try:
        with command.make_context(pad, args) as ctx:
            uitkomst = command.invoke(ctx)
            return uitkomst if isinstance(uitkomst, int) else 0
    except typer.Exit as einde:
        return int(einde.exit_code)
    except typer.Abort as einde:
        raise KeyboardInterrupt from einde
    except _UsageError as fout:
        raise Gebruiksfout(translate(fout, command.params), pad) from None
    except Gebruiksfout as fout:
        raise Gebruiksfout(fout.bericht, fout.pad or pad) from None


def build(pad: str, opdracht: Opdracht, functie: Callable[..., Any]) -> DutchCommand:
    """The typer command for one function."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(pad.rsplit(" ", 1)[-1], cls=DutchCommand, help=opdracht.hulp)(functie)
    command = get_command(app)
    assert isinstance(command, DutchCommand)  # noqa: S101 - a Typer with one command is that command
    command.opdracht, command.pad = opdracht, pad
    return command


def translate(fout: Any, params: Iterable[Any] = ()) -> str:
    """What typer refuses of a command with *params*, in Dutch; its own words are never shown."""
    soort = type(fout).__name__
    if soort == "NoSuchOption":
        return _no_such_option(fout)
    if soort == "MissingParameter":
        wat = "optie" if fout.param and fout.param.param_type_name == "option" else "argument"
        return f"Er ontbreekt een {wat}: {_name(fout.param)}.{_expectation(fout.param)}"
    if soort == "BadOptionUsage":
        optie = clean(fout.option_name, regels=False)
        if "does not take" in fout.message:
            return f"Achter {optie} hoort geen waarde."
        return _values_expected(optie, params)
    if soort == "BadParameter":
        if "is not readable" in fout.message:
            return f"Wat u opgaf bij {_name(fout.param)}, mag u op deze computer niet openen."
        return f"De waarde bij {_name(fout.param)} kan niet.{_expectation(fout.param)}"
    return "Zo kan deze opdracht niet worden gebruikt."


def _values_expected(optie: str, params: Iterable[Any]) -> str:
    """What belongs after an option that stands alone, or with fewer values than it takes."""
    for param in params:
        if optie in param.opts and param.nargs > 1:
            return f"Achter {optie} horen {param.nargs} waarden: {_metavar(param)}."
    return f"Achter {optie} hoort een waarde."


def _no_such_option(fout: Any) -> str:
    optie = clean(fout.option_name, regels=False)
    bekend = [naam for p in fout.ctx.command.get_params(fout.ctx) for naam in p.opts if naam.startswith("--")]
    lijkt = nearest(fout.option_name, bekend)
    return f"De optie «{optie}» bestaat niet." + (f" Bedoelde u «{lijkt}»?" if lijkt else "")


def _name(param: Any) -> str:
    if param is None:
        return "deze opdracht"
    return str(param.opts[0] if param.param_type_name == "option" else _metavar(param))


def _expectation(param: Any) -> str:
    soort = getattr(param, "type_descriptor", None)
    if param is not None and param.nargs > 1:
        return f" Geef {param.nargs} waarden: {_metavar(param)}."
    if soort is None:
        return ""
    if soort.is_choice and soort.choices:
        return f" Kies uit: {', '.join(str(getattr(k, 'value', k)) for k in soort.choices)}."
    grenzen = (f" van {param.min}" if param.min is not None else "") + (
        f" tot en met {param.max}" if param.max is not None else ""
    )
    if soort.annotation is int:
        return f" Geef een heel getal{grenzen}."
    return f" Geef een getal{grenzen}." if soort.annotation is float else ""


def _metavar(param: Any) -> str:
    return str(param.metavar or param.name.upper())


def _usage(param: Any) -> str:
    naam = _metavar(param) + ("…" if param.nargs != 1 else "")
    return naam if param.required else f"[{naam}]"


def _row(param: Any) -> tuple[str, str]:
    if param.param_type_name == "argument":
        return _usage(param).strip("[]"), _with_extras(param)
    naam = ", ".join([*param.opts, *param.secondary_opts])
    return (naam if param.is_flag else f"{naam} {_metavar(param)}"), _with_extras(param)


def _with_extras(param: Any) -> str:
    delen = [param.help or ""]
    soort = getattr(param, "type_descriptor", None)
    if soort is not None and soort.is_choice and soort.choices:
        delen.append(f"Kies uit: {', '.join(str(getattr(k, 'value', k)) for k in soort.choices)}.")
    if param.envvar:
        delen.append(f"[of de omgevingsvariabele {param.envvar}]")
    if param.show_default and param.default not in (None, False, ()) and not callable(param.default):
        delen.append(f"[standaard: {getattr(param.default, 'value', param.default)}]")
    if param.required and param.param_type_name == "option":
        delen.append("[verplicht]")
    return " ".join(deel for deel in delen if deel)
