import Aero

/// Makes the picture of the sky when somebody asks, at most once a second however many do.
actor SkyPictures {
    private let sky: any Sky
    private let memory: IdentityMemory
    private var second: Int64?
    private var making: Task<SkyPicture, Never>?

    init(sky: any Sky, book: any AddressBook = EmptyAddressBook()) {
        self.sky = sky
        memory = IdentityMemory(book: book)
    }

    /// The sky of this second.
    func current() async -> SkyPicture {
        let status = await sky.status()
        if let making, status.second == second { return await making.value }
        second = status.second
        let (sky, memory) = (sky, memory)
        let task = Task { SkyPicture(status: status, tracks: await sky.tracks(), memory: memory) }
        making = task
        return await task.value
    }
}

extension SkyStatus {
    /// Numbers the seconds of ours in the sky's time: one sky second when live; where the sky runs faster, still about one second.
    var second: Int64 {
        let length = max(1, timeLapse.isFinite ? timeLapse : 1)
        return Int64(max(-9e15, min(9e15, (now.seconds / length).rounded(.down))))
    }
}
