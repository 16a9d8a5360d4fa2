import LiveProtocol
import Templates

/// A handler that threw, or asked for what cannot be.
struct HandlerFailure: Error {
    /// Which: `event "save"`, `mount`, `render`.
    let place: String
    let reason: String
    /// Whether the session is to end with it.
    let isCrash: Bool
    let cause: SessionRecord.Cause
    /// What its page is to answer with.
    let status: StatusError?

    init(place: String, reason: String) {
        self.place = place
        self.reason = reason
        isCrash = false
        cause = .handler
        status = nil
    }

    init(place: String, _ error: any Error) {
        self.place = place
        reason = "\(error)"
        isCrash = error is SessionCrash || (error as? HandlerFailure)?.isCrash == true
        cause = SessionRecord.Cause(of: error)
        status = StatusError(of: error)
    }

    /// Runs `body` and names the place in what it throws.
    static func naming<Value>(_ place: @autoclosure () -> String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let failure as HandlerFailure {
            throw failure
        } catch {
            throw HandlerFailure(place: place(), error)
        }
    }
}

extension SessionRecord.Cause {
    init(of error: any Error) {
        self = (error as? HandlerFailure)?.cause ?? (error is TemplateError ? .template : .handler)
    }
}

extension HandlerFailure: CustomStringConvertible {
    var description: String { "\(place): \(reason)" }
}

/// Thrown by a handler when nothing is left of its session that could go on.
///
/// Any other error undoes what the handler did, and the page stays as it was. This one ends the session as well; its
/// client joins the view anew, which then mounts from the start.
public struct SessionCrash: Error, CustomStringConvertible {
    /// What happened, for people.
    public let description: String

    /// - Parameter reason: What happened, for people.
    public init(_ reason: String) { description = reason }
}
