"""The manual page, out of what the program says of itself (`--experimental-dump-help` of ArgumentParser)."""


def written(described, version):
    """The page pelacak(1) in troff."""
    root = described["command"]
    lines = [
        f'.TH PELACAK 1 "" "pelacak {version}" "User Commands"', ".SH NAME", f"pelacak \\- {_text(root['abstract'])}", ".SH SYNOPSIS",
        ".B pelacak", ".I COMMAND", "[OPTIONS]", ".SH DESCRIPTION", *_paragraphs(root.get("discussion", "")), ".SH COMMANDS",
    ]
    for command in root.get("subcommands", []):
        lines += _command(command, "pelacak")
    lines += [
        ".SH FILES", ".TP", ".I /etc/pelacak/pelacak.yaml", "The configuration of the service: the long names of the options of", ".B pelacak serve",
        "without the dashes.", ".TP", ".I /var/lib/pelacak", "Its data.", ".SH ENVIRONMENT", ".TP", ".B PELACAK_TOKEN",
        "A token that allows writing. Every option of", ".B serve", "has a variable of its name:", ".B PELACAK_LISTEN\\fR,",
        ".B PELACAK_SOURCE\\fR,", "and so on.", ".SH SIGNALS", ".TP", ".B SIGHUP", "reads the configuration's sources and the certificate again.", ".TP",
        ".B SIGTERM", "ends within five seconds.", ".SH EXIT STATUS",
        "0 done, 1 the data or the environment was at fault, 2 wrong usage.",
    ]
    return "\n".join(lines) + "\n"


def _command(command, before):
    if command["commandName"] == "help":
        return []
    name = f"{before} {command['commandName']}"
    shown = [one for one in command.get("arguments", []) if one.get("shouldDisplay", True)]
    arguments = " ".join(_value(one) for one in shown if one["kind"] == "positional")
    lines = [f".SS {_text(name)} {_text(arguments)}".rstrip(), _text(command.get("abstract", "")), *_paragraphs(command.get("discussion", ""))]
    for argument in shown:
        names = ", ".join(_name(one) for one in argument.get("names", []))
        value = "" if argument["kind"] == "flag" else f" \\fI{_text(_value(argument))}\\fR"
        head = f"\\fB{names}\\fR{value}" if names else f"\\fI{_text(_value(argument))}\\fR"
        lines += [".TP", head, _text(argument.get("abstract", ""))]
    for child in command.get("subcommands", []):
        lines += _command(child, name)
    return lines


def _name(name):
    dashes = {"long": "--", "short": "-", "longWithSingleDash": "-"}[name["kind"]]
    return _text(dashes + name["name"])


def _value(argument):
    return argument.get("valueName", "VALUE")


def _paragraphs(text):
    """Lines that are set in stay as they are."""
    lines, isSet = [], False
    for line in text.split("\n"):
        wants = line.startswith("  ")
        if wants != isSet:
            lines.append(".nf" if wants else ".fi")
            isSet = wants
        lines.append(_text(line) if line.strip() else ".PP")
    return lines + ([".fi"] if isSet else [])


def _text(text):
    """Text in which nothing is a command of troff."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + escaped if escaped[:1] in (".", "'") else escaped
