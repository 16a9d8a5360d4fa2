import Viewfinder

/// A patient calculator: it looks for prime factors in a task of its own, which may take long, fail, or be given up.
struct FactorsView: LiveView {
    struct Context: LiveContext {
        /// The number that was asked about last; nil while there is nothing to look for.
        var number: Int?
        var result = AsyncResult<Factorization>.loading()
    }

    enum Event: Decodable, Sendable {
        case factor(number: Int?)
        case giveUp
    }

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Factors"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        socket.clearFlash()
        switch event {
        case .factor(nil): socket.putFlash("error", "Which number?")
        case .factor(let number?):
            socket.context.number = number
            socket.assignAsync(\.result) {
                // It computes without a pause: other threads than the page's are there for that.
                try await withTaskExecutorPreference(globalConcurrentExecutor) { try await Factorization.of(number) }
            }
        case .giveUp:
            guard let number = socket.context.number else { return }
            socket.cancelAsync(\.result)
            socket.context.number = nil
            socket.putFlash("info", "Gave up on \(number).")
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Factors</h1>
        \(meta.flashBanners())
        <form id="factor" class="tight" phx-submit="factor">
          <label for="number">Number</label>
          <input type="number" id="number" name="number" size="20" value="\(context.number)" phx-mounted="\(JS.focus())">
          <button type="submit">Factor</button>
        </form>
        \(answer(context))
        <p class="hint">999999000001 takes a blink, 999999866000004473 some time,<br>9223372036854775783 more than anybody has.</p>
        """
    }

    private func answer(_ context: Context) -> Rendered {
        guard let number = context.number else { return "<p>Any number is a product of primes.</p>" }
        switch context.result {
        case .loading: return looking(number)
        case .ok(let found): return product(found)
        case .failed(let reason, _): return #"<p role="alert" class="problem">\#(reason)</p>"#
        }
    }

    private func looking(_ number: Int) -> Rendered {
        """
        <p aria-busy="true">Looking for what makes up \(number) … <button phx-click="give_up">Give up</button></p>
        """
    }

    private func product(_ found: Factorization) -> Rendered {
        if found.isPrime { return "<p><strong>\(found.number)</strong> is a prime.</p>" }
        return "<p>\(found.number) = <strong>\(found.factors.map(String.init).joined(separator: " × "))</strong></p>"
    }
}

/// The prime factors of a number, found the slow way.
struct Factorization: Encodable, Sendable, Equatable {
    let number: Int
    let factors: [Int]

    var isPrime: Bool { factors.count == 1 }

    /// Why a number has no factors to look for.
    enum Refusal: Error, CustomStringConvertible {
        case tooSmall(Int)

        var description: String {
            switch self {
            case .tooSmall(let number): "\(number) is not made of primes; try a number from 2 on."
            }
        }
    }

    /// Tries all divisors in turn, and stops when its task is cancelled.
    static func of(_ number: Int) async throws -> Factorization {
        guard number > 1 else { throw Refusal.tooSmall(number) }
        var (rest, divisor) = (number, 2)
        var factors: [Int] = []
        while divisor <= rest / divisor {
            if rest.isMultiple(of: divisor) {
                factors.append(divisor)
                rest /= divisor
            } else {
                divisor += divisor == 2 ? 1 : 2
                // Asking costs more than dividing, so it is done once in a while.
                if divisor & 0xFFFF == 1 { try Task.checkCancellation() }
            }
        }
        return Factorization(number: number, factors: factors + [rest])
    }
}
