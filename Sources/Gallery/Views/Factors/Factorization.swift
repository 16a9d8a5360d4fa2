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
