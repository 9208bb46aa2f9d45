extension HistoryStore: ErasableArchive {}
