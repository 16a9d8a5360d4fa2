/// The chance that a view or component is handed, `socket.random`.
///
/// It is a value, as all that is in a socket: a handler that throws leaves it as it was. In scenarios it is the same in each
/// run; elsewhere nobody knows it beforehand. It is for games and samples, not for secrets.
public struct SessionRandom: RandomNumberGenerator, Hashable, Sendable {
    private(set) var state: UInt64

    init(state: UInt64) { self.state = state }

    /// Makes one that gives the same numbers for the same seed.
    public init(seed: UInt64) { self.init(state: Self.mixed(seed &+ Self.step)) }

    /// Chance of its own for one of many that share a seed.
    init(seed: UInt64, session: Int, component: Int?) {
        let place = UInt64(truncatingIfNeeded: session) &* 0x1_0000_01B3 &+ UInt64(truncatingIfNeeded: component ?? 0)
        self.init(seed: Self.mixed(seed) ^ place)
    }

    /// The next number (SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators").
    public mutating func next() -> UInt64 {
        state &+= Self.step
        return Self.mixed(state)
    }

    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension LiveSocket where Owner: EventHandler {
    /// Chance, for whatever takes a generator: `Int.random(in: 1...6, using: &socket.random)`.
    ///
    /// Each view and component has its own. What it gives is kept when the handler returns and the page renders.
    public var random: SessionRandom {
        get { state.random }
        set { state.random = newValue }
    }
}

extension SocketState {
    /// The chance of the part of the page whose socket it is; it begins when it is first asked for.
    var random: SessionRandom {
        get { randomState.map(SessionRandom.init(state:)) ?? newRandom }
        set { randomState = newValue.state }
    }

    private var newRandom: SessionRandom {
        guard let home else { return SessionRandom(seed: 0) }
        guard let seed = home.seed else { return SessionRandom(seed: .random(in: 0 ... .max)) }
        return SessionRandom(seed: seed, session: home.address.number, component: part.component)
    }
}
