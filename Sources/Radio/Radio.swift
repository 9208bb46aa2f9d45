/// Room `Radio`: see HOUSE.md.
