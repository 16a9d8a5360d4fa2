/// What becomes of a file that was handed over.
public enum Consumption<Value> {
    /// It is not needed any more.
    case done(Value)
    /// It stays where it is, to be handed over again.
    case postponed(Value)

    var value: Value {
        switch self {
        case .done(let value), .postponed(let value): value
        }
    }

    var isDone: Bool {
        switch self {
        case .done: true
        case .postponed: false
        }
    }
}
