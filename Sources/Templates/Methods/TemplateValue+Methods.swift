import Basics
import LiveProtocol

extension TemplateValue {
    /// Calls a method of Python's that the value has; nil when it has none of this name.
    func callMethod(
        _ name: String, _ arguments: Arguments, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult? {
        let result: TemplateValue?
        switch self {
        case .object(let object as CallableObject):
            return try object.callMethod(name, arguments, to: &output, at: offset)
        case .map(let map): result = try MapMethods.call(name, on: map, arguments, at: offset)
        case .list(let list): result = try ListMethods.call(name, on: list, arguments, at: offset)
        case .string, .markup: result = try StringMethods.call(name, on: self, arguments, at: offset)
        case .undefined, .none, .bool, .integer, .number, .object: return nil
        }
        guard let result else { return nil }
        try arguments.run.work(at: offset)
        if CollectionChange(rawValue: name) == nil, name != "get" { try arguments.run.made(result, at: offset) }
        return .value(result)
    }

    /// The error of calling a method that the value does not have.
    func noMethod(_ name: String, at offset: Int) -> TemplateError {
        let known: [String]
        switch self {
        case .undefined(let base): return TemplateError(.undefined(base), at: offset)
        case .map: known = MapMethods.names
        case .string, .markup: known = StringMethods.names
        case .list(let list): known = ListMethods.names(of: list)
        case .none, .bool, .integer, .number, .object: known = []
        }
        let suggestion = NearestName.of(name, among: known)
        return TemplateError(.noMethod(type: typeName, name: name, suggestion: suggestion), at: offset)
    }
}

/// The methods that change a list or a dictionary.
enum CollectionChange: String, CaseIterable {
    case append
    case extend
    case insert
    case pop
    case remove
    case reverse
    case sort
    case clear
    case update
    case setdefault
    case popitem
}
