/// A handler that threw, or asked for what cannot be.
struct HandlerFailure: Error {
    /// Which: `event "save"`, `mount`, `render`.
    let place: String
    let reason: String

    /// Runs `body` and names the place in what it throws.
    static func naming<Value>(_ place: @autoclosure () -> String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let failure as HandlerFailure {
            throw failure
        } catch {
            throw HandlerFailure(place: place(), reason: "\(error)")
        }
    }
}

extension HandlerFailure: CustomStringConvertible {
    var description: String { "\(place): \(reason)" }
}
