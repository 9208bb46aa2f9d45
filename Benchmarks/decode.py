"""CPU time of decoding: samples against real time, Beast frames by output form, and against pyModeS where it is installed."""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
from measure import PROGRAM, interleaved  # noqa: E402

SAMPLES = "../shared/data/iq/modes1.2400k.uc8"
FRAMES = "../shared/data/modes/long_flight_first_half.beast"


def main():
    with tempfile.TemporaryDirectory() as folder:
        made = os.path.join(folder, "made.uc8")
        subprocess.run([PROGRAM, "simulate", "traffic?aircraft=300", "--hours", "0.004", "--output", "uc8", "--out", made],
                       check=True, stderr=subprocess.DEVNULL)
        beast = os.path.join(folder, "made.beast")
        subprocess.run([PROGRAM, "simulate", "traffic?aircraft=3000", "--hours", "0.02", "--output", "beast", "--out", beast],
                       check=True, stderr=subprocess.DEVNULL)
        decode = [PROGRAM, "decode", "--quiet"]
        commands = {"samples, effort " + effort: [*decode, "--format", "uc8", "--effort", effort, made] for effort in ("low", "normal", "high")}
        for output in ("avr", "beast", "jsonl"):
            commands[f"simulated Beast to {output}"] = [*decode, "--output", output, beast]
        if os.path.exists(FRAMES):
            commands["recorded Beast to jsonl"] = [*decode, "--output", "jsonl", FRAMES]
            python = os.environ.get("PYMODES_PYTHON")
            if python:
                commands["recorded frames, pyModeS"] = [python, os.path.join(os.path.dirname(__file__), "pymodes_decode.py"),
                                                        FRAMES.replace(".beast", ".csv")]
        else:
            print("skipped: needs recordings (recorded Beast)")
        seconds = interleaved(commands)
        real = os.path.getsize(made) / 2 / 2_400_000
        for name, value in seconds.items():
            if name.startswith("samples"):
                print(f"{name:28} {value:7.2f} s CPU for {real:.1f} s of radio: {real / value:6.1f} x real time")
            else:
                print(f"{name:28} {value:7.2f} s CPU")
        if "recorded frames, pyModeS" in seconds:
            ratio = seconds["recorded frames, pyModeS"] / seconds["recorded Beast to jsonl"]
            print(f"pyModeS takes {ratio:.1f} x the CPU of ours for the same 86,216 frames to fields and positions")


if __name__ == "__main__":
    main()
