/// A value that a task fetches: on its way, there, or failed.
///
/// While it is fetched again, or when that fails, the last good value stays to be shown.
public enum AsyncResult<Value> {
    /// It is on its way; the last good value, if there was one.
    case loading(last: Value? = nil)
    /// It is there.
    case ok(Value)
    /// Why there is none, in words for people.
    case failed(reason: String, last: Value?)

    /// The last good value.
    public var value: Value? {
        switch self {
        case .ok(let value): value
        case .loading(let last), .failed(_, let last): last
        }
    }

    /// Whether it is on its way.
    public var isLoading: Bool {
        switch self {
        case .loading: true
        case .ok, .failed: false
        }
    }

    /// Whether it is there, and not being fetched again.
    public var isOK: Bool {
        switch self {
        case .ok: true
        case .loading, .failed: false
        }
    }

    /// Why there is no new value; nil unless it failed.
    public var failure: String? {
        switch self {
        case .failed(let reason, _): reason
        case .loading, .ok: nil
        }
    }

    /// Says that the value is on its way, again perhaps.
    public mutating func load() { self = .loading(last: value) }

    /// Takes what came of fetching.
    public mutating func take<Failure>(_ result: Result<Value, Failure>) {
        switch result {
        case .success(let value): self = .ok(value)
        case .failure(let error): self = .failed(reason: "\(error)", last: value)
        }
    }
}

extension AsyncResult: Sendable where Value: Sendable {}
extension AsyncResult: Equatable where Value: Equatable {}

/// Templates read `ok`, `loading`, `failed` (the reason) and `result` (the last good value).
extension AsyncResult: Encodable where Value: Encodable {
    private enum CodingKeys: String, CodingKey { case ok, loading, failed, result }

    /// Writes what template files see of it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(isOK, forKey: .ok)
        try container.encode(isLoading, forKey: .loading)
        try container.encode(failure, forKey: .failed)
        try container.encode(value, forKey: .result)
    }
}
