/// Shares the room of one axis of a grid among its tracks (CSS Grid 2, section 12).
struct GridTracks {
    /// A track with what is in it.
    struct Track {
        let track: GridTrack
        /// What its content asks for.
        var widths = IntrinsicWidths.zero
    }

    var tracks: [Track]
    let gap: Int
    let room: Int

    /// A column that takes a share of the room is worth having from so many cells on.
    private static let leastShare = 8

    init(_ tracks: [GridTrack], gap: Int, room: Int) {
        self.tracks = tracks.map { Track(track: $0) }
        self.gap = gap
        self.room = max(0, room - gap * max(0, tracks.count - 1))
    }

    /// Takes in what something asks for that covers some tracks.
    mutating func add(_ widths: IntrinsicWidths, to covered: Range<Int>) {
        guard covered.count > 1 else {
            tracks[covered.lowerBound].widths = tracks[covered.lowerBound].widths.union(widths)
            return
        }
        // The tracks that take what is left are those that something wide should widen.
        let open = covered.filter { tracks[$0].track.factor != nil }
        let growing = open.isEmpty ? Array(covered) : open
        let sum = covered.reduce(IntrinsicWidths.zero) { $0 + tracks[$1].widths }.widened(by: gap * (covered.count - 1))
        for (place, track) in growing.enumerated() {
            func part(_ lacking: Int) -> Int { (max(0, lacking) + place) / growing.count }
            tracks[track].widths.minimum += part(widths.minimum - sum.minimum)
            tracks[track].widths.maximum += part(widths.maximum - sum.maximum)
            tracks[track].widths.bare += part(widths.bare - sum.bare)
        }
    }

    /// Whether all tracks have the least that they are worth having with.
    var fit: Bool {
        tracks.reduce(0) { sum, track in
            var least = self.least(track)
            if track.track.factor != nil { least = max(least, min(Self.leastShare, track.widths.maximum)) }
            return sum + least
        } <= room
    }

    /// The cells of each track.
    ///
    /// - Parameter stretches: Whether tracks that are as wide as their content take what is left, too.
    func sizes(stretches: Bool) -> [Int] {
        var sizes = tracks.map(least)
        var rest = room - sizes.reduce(0, +)
        guard rest >= 0 else { return Self.share(room, by: tracks.map { Double(max(1, least($0))) }) }
        grow(&sizes, &rest)
        if tracks.contains(where: { ($0.track.factor ?? 0) > 0 }) {
            shareRest(&sizes, rest)
        } else if stretches, rest > 0 {
            let isAuto = tracks.map { $0.track.most == .length(.auto) }
            for (place, part) in Self.share(rest, by: isAuto.map { $0 ? 1 : 0 }).enumerated() { sizes[place] += part }
        }
        return sizes
    }

    /// Gives tracks that take no share what they want at most, evenly where there is not enough.
    private func grow(_ sizes: inout [Int], _ rest: inout Int) {
        var growing = tracks.indices.filter { tracks[$0].track.factor == nil && most(tracks[$0]) > sizes[$0] }
        while rest > 0, !growing.isEmpty {
            let part = max(1, rest / growing.count)
            for place in growing where rest > 0 {
                let given = min(part, rest, most(tracks[place]) - sizes[place])
                sizes[place] += given
                rest -= given
            }
            growing.removeAll { most(tracks[$0]) <= sizes[$0] }
        }
    }

    /// Shares what is left by the factors of tracks; one that needs more than its share keeps its least.
    private func shareRest(_ sizes: inout [Int], _ rest: Int) {
        var open = Set(tracks.indices.filter { (tracks[$0].track.factor ?? 0) > 0 })
        var whole = rest + open.reduce(0) { $0 + sizes[$1] }
        while true {
            let factors = tracks.indices.map { open.contains($0) ? tracks[$0].track.factor ?? 0 : 0 }
            let sum = factors.reduce(0, +)
            // Factors that make less than one in all leave the rest to nobody.
            let shared = sum < 1 ? Int(Double(whole) * sum) : whole
            let shares = Self.share(shared, by: factors)
            let short = open.filter { shares[$0] < sizes[$0] }
            guard !short.isEmpty else {
                for place in open { sizes[place] = shares[place] }
                return
            }
            whole -= short.reduce(0) { $0 + sizes[$1] }
            open.subtract(short)
            if open.isEmpty { return }
        }
    }

    private func least(_ track: Track) -> Int {
        switch track.track.least {
        case .fraction: 0
        case .length(.auto):
            // Words had better not break, but one may be cut where a most is told.
            min(track.widths.minimum, mostTold(track) ?? .max)
        case .length(.minContent): track.widths.minimum
        case .length(.maxContent), .length(.fitContent): track.widths.maximum
        case .length(let length): length.resolved(in: room) ?? 0
        }
    }

    private func mostTold(_ track: Track) -> Int? {
        if case .length(let length) = track.track.most { length.resolved(in: room) } else { nil }
    }

    private func most(_ track: Track) -> Int {
        switch track.track.most {
        case .fraction: least(track)
        case .length(.minContent): max(least(track), track.widths.minimum)
        case .length(.auto), .length(.maxContent), .length(.fitContent): max(least(track), track.widths.maximum)
        case .length(let length): max(least(track), length.resolved(in: room) ?? 0)
        }
    }

    /// Divides cells by weights; all of them are given where some weight is.
    static func share(_ total: Int, by weights: [Double]) -> [Int] {
        var rest = max(total, 0)
        var left = weights.reduce(0, +)
        return weights.map { weight in
            guard weight > 0, left > 0 else { return 0 }
            let share = min(rest, Int((Double(rest) * weight / left + 1e-9).rounded(.down)))
            rest -= share
            left -= weight
            return share
        }
    }
}
