/// Room `Tracking`: see HOUSE.md.
