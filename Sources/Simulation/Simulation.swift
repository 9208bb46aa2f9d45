/// Room `Simulation`: see HOUSE.md.
