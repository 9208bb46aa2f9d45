"""Peers' fields under the names and words of ours (docs/http-api.md has none of them: they are those of `decode --output jsonl`).

Each function takes a peer's own fields and returns (fields, registers): the fields by our names, and for a Comm-B reply the registers the
peer holds possible as {"5,0": {fields}}, with pyModeS best first.
"""

#: Words for numbers that are compared themselves, and the peers' notes on their own certainty.
_LEFT_OUT_PYMODES = {
    "crc_valid", "icao_verified", "altitude_mismatch", "flight_status_text", "capability_text", "wake_vortex", "bds_candidates", "error",
    "raw_msg",
}
_COMMB_HEAD = {"df", "icao", "altitude", "squawk", "flight_status", "downlink_request", "utility_message"}

_CAPABILITY = {"AG_UNCERTAIN": 0, "ground": 4, "AG_GROUND": 4, "airborne": 5, "AG_AIRBORNE": 5, "AG_GROUND_AIRBORNE": 6, "AG_DR0": 7}
_EMERGENCY = {
    "none": 0, "general": 1, "medical": 2, "minimum_fuel": 3, "no_communication": 4, "unlawful_interference": 5, "downed_aircraft": 6,
    "reserved": 7,
}
_CONTROL_FIELD = {
    "ADSB_ES_NT": 0, "ADSB_ES_NT_ALT": 1, "TISB_FINE": 2, "TISB_COARSE": 3, "TISB_MANAGE": 4, "TISB_ADSB_RELAY": 5, "TISB_ADSB": 6,
    "Reserved": 7,
}
_ALTITUDE_SOURCE = {"AircraftAltitude": "aircraft_altitude", "FcpMcuSelectedAltitude": "mcp_fcu", "FmsSelectedAltitude": "fms"}
_LEVEL = {"Nil": 0, "Light": 1, "Moderate": 2, "Severe": 3}

_SQUITTER = {
    "tc": "typecode", "NUCp": "nuc_p", "NICb": "nic_b", "lat_cpr": "cpr_lat", "lon_cpr": "cpr_lon", "NACv": "nac_v",
    "barometric_setting": "baro_pressure_setting", "alt_hold": "altitude_hold_mode", "NACp": "nac_p", "NICa": "nic_supplement_a",
    "NICc": "nic_supplement_c", "GVA": "gva", "BAI": "nic_baro", "HRD": "hrd", "SIL": "sil", "SILs": "sil_supplement",
    "TAH": "track_or_heading", "SDA": "sda",
}
#: Where it gives a register that has one type code only.
_TYPE_CODE = {"09": 19, "61": 28, "62": 29, "65": 31}
_REGISTERS = {
    "bds10": {
        "ovc": "overlay_command_capability", "acas": "acas_operational", "subnet": "mode_s_subnetwork_version", "level5": "transponder_level5",
        "mode_s": "mode_s_specific_services", "identification": "aircraft_identification_capability", "squitter": "squitter_capability",
        "sic": "surveillance_identifier_code", "gicb": "common_usage_gicb_capability", "acas_hybrid": "acas_hybrid_surveillance",
        "acas_ra": "acas_resolution_advisory", "dte": "dte_status",
    },
    "bds30": {"terminated": "ra_terminated", "multiple": "multiple_threat", "threat_identity": "threat_icao"},
    "bds40": {
        "selected_mcp": "selected_altitude_mcp", "selected_fms": "selected_altitude_fms", "barometric_setting": "baro_pressure_setting",
        "target_source": "target_altitude_source",
    },
    "bds44": {"temperature": "static_air_temperature", "pressure": "static_pressure"},
    "bds45": {"static_temperature": "static_air_temperature"},
    "bds50": {"track": "true_track", "TAS": "true_airspeed"},
    "bds60": {
        "heading": "magnetic_heading", "IAS": "indicated_airspeed", "Mach": "mach", "vrate_barometric": "baro_vertical_rate",
        "vrate_inertial": "inertial_vertical_rate",
    },
}


def _known(fields):
    return {key: value for key, value in fields.items() if value is not None}


def ours(line):
    """Ours, for the same treatment; a clear register comes alone, candidates come without fields."""
    fields = {key: value for key, value in line.items() if key not in ("raw", "time", "receiver", "rssi", "repaired_bits", "mb")}
    if line["df"] not in (20, 21):
        return fields, {}
    head = {key: value for key, value in fields.items() if key in _COMMB_HEAD or key == "ambiguous_with"}
    content = {key: value for key, value in fields.items() if key not in head and key not in ("bds", "bds_candidates")}
    if "bds" in line:
        return head, {line["bds"]: content}
    return head, {register: {} for register in line.get("bds_candidates", [])}


def pymodes(answer):
    fields = _known({key: value for key, value in answer.items() if key not in _LEFT_OUT_PYMODES})
    if fields.get("df") not in (20, 21):
        return fields, {}
    head = {key: value for key, value in fields.items() if key in _COMMB_HEAD}
    content = {key: value for key, value in fields.items() if key not in _COMMB_HEAD and key != "bds"}
    if "bds" not in fields:
        return head, {}
    return head, {fields["bds"]: content, **{other: {} for other in answer.get("bds_candidates") or [] if other != fields["bds"]}}


def golden(answer):
    """The set's own answers; its register names are those of pyModeS 2 (`BDS40,BDS45`), its callsigns padded with `_`."""
    fields = {key: value for key, value in answer.items() if key != "bds"}
    fields["icao"] = fields["icao"].upper()
    if "callsign" in fields:
        fields["callsign"] = fields["callsign"].rstrip("_")
    if fields["df"] not in (20, 21):
        return fields, {}
    head = {key: value for key, value in fields.items() if key in _COMMB_HEAD}
    content = {key: value for key, value in fields.items() if key not in _COMMB_HEAD}
    names = [f"{name[3]},{name[4]}" for name in (answer.get("bds") or "").split(",") if name]
    return head, {name: content if len(names) == 1 else {} for name in names}


def rs1090(answer):
    answer = _known(answer)
    df = int(answer["df"])
    fields = {"df": df, "icao": answer["icao24"].upper()}
    if "altitude" in answer:
        fields["geometric_altitude" if answer.get("source") == "GNSS" else "altitude"] = answer["altitude"]
    if "squawk" in answer:
        fields["squawk"] = answer["squawk"]
    if df in (20, 21):
        return fields, {f"{key[3]},{key[4].upper()}": _register(key, value) for key, value in answer.items() if key.startswith("bds")}
    if df == 11 and answer["capability"] != "AG_RESERVED":
        fields["capability"] = _CAPABILITY.get(answer["capability"], answer["capability"])
    if df == 16:
        fields["vertical_status"] = ["airborne", "ground"][answer["vs"]]
        fields |= {"sensitivity_level": answer["sl"], "reply_information": answer["ri"]}
    if df in (17, 18):
        fields |= _squitter(answer)
    return fields, {}


def _squitter(answer):
    left_out = {"timestamp", "frame", "df", "icao24", "altitude", "source", "parity", "wake_vortex", "bds", "vrate_src", "tisb", "IAS", "TAS",
                "time_sync", "_id", "unused"}
    fields = {_SQUITTER.get(key, key): value for key, value in answer.items() if key not in left_out}
    register = answer["bds"]
    if len(register) == 2:
        fields["bds"] = f"{register[0]},{register[1].upper()}"
    if register in _TYPE_CODE:
        fields.setdefault("typecode", _TYPE_CODE[register])
    if "tisb" in answer:
        fields["control_field"] = _CONTROL_FIELD.get(answer["tisb"], answer["tisb"])
    if "parity" in answer:
        fields["cpr_format"] = {"even": 0, "odd": 1}[answer["parity"]]
    if "time_sync" in answer:
        fields["time_synchronised"] = answer["time_sync"]
    if "vrate_src" in answer:
        fields["vr_source"] = {"barometric": "BARO"}.get(answer["vrate_src"], answer["vrate_src"])
    for key in ("IAS", "TAS"):
        if key in answer:
            fields |= {"airspeed": answer[key], "airspeed_type": key}
    if answer["bds"] == "61":
        fields["subtype"] = {"emergency_priority": 1, "acas_ra": 2}.get(answer.get("subtype"), answer.get("subtype"))
        if "emergency_state" in answer:
            fields["emergency_state"] = _EMERGENCY.get(answer["emergency_state"], answer["emergency_state"])
    if answer["bds"] == "62" and "source" in answer and "selected_altitude" in answer:
        fields["selected_altitude_source"] = answer["source"]
    return fields


def _register(name, content):
    if name in ("bds17", "bds18", "bds19"):
        return {"supported_bds": sorted(f"{key[3]},{key[4].upper()}" for key, on in content.items() if on is True)}
    names = _REGISTERS.get(name, _SQUITTER)
    fields = {names.get(key, key): value for key, value in content.items() if key != "bds" and value is not None}
    if "target_altitude_source" in fields:
        fields["target_altitude_source"] = _ALTITUDE_SOURCE.get(fields["target_altitude_source"], fields["target_altitude_source"])
    if name in ("bds44", "bds45"):
        fields = {key: _LEVEL.get(value, value) if isinstance(value, str) else value for key, value in fields.items()}
    return fields
