import LiveProtocol

extension PayloadPlace {
    /// Reads any type.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type == JSONValue.self, let json = (value ?? .null) as? Value {
            notes.isRead = true
            return json
        }
        // A blank text is nothing for every optional but that of a text.
        if type == String?.self, let text = (isNothing ? String?.none : .some(text())) as? Value { return text }
        if let coded = type as? any TextCodable.Type, let value = try text(of: coded) as? Value { return value }
        if isNothing, notes.isForm, let empty = emptyList(type) { return empty }
        do {
            return try Value(from: PayloadValueDecoder(place: self))
        } catch let error as DecodingError {
            return try standIn(for: type, after: error)
        } catch let abort as PayloadDecoding.Abort {
            throw abort
        } catch {
            note(.refused(reason: "\(error)"))
            throw PayloadDecoding.Abort()
        }
    }

    /// A value that a text stands for.
    private func text<Value: TextCodable>(of type: Value.Type) throws -> Value {
        if let value = scalarText.flatMap(Value.init(codedText:)) { return value }
        note(.coded(name: type.codedName, example: type.codedExample))
        guard let standIn = Value(codedText: type.codedExample) else { throw PayloadDecoding.Abort() }
        return standIn
    }

    /// A list that is not in its form is empty.
    private func emptyList<Value: Decodable>(_ type: Value.Type) -> Value? {
        guard let list = type as? any ExpressibleByArrayLiteral.Type else { return nil }
        func make<List: ExpressibleByArrayLiteral>(_ list: List.Type) -> Value? { ([] as List) as? Value }
        return make(list)
    }

    /// Notes that a type refused the value, and gives another value of the type where its values are known.
    private func standIn<Value: Decodable>(for type: Value.Type, after error: DecodingError) throws -> Value {
        guard let cases = (type as? any CaseIterable.Type).map({ Self.cases($0) }), let first = cases.first as? Value
        else {
            note(.other(Self.words(of: error, type)))
            throw PayloadDecoding.Abort()
        }
        note(.oneOf(cases.map(Self.word)))
        return first
    }

    private static func cases<Cases: CaseIterable>(_ type: Cases.Type) -> [Any] { type.allCases.map { $0 } }

    private static func word(_ value: Any) -> String {
        (value as? any RawRepresentable).map { "\($0.rawValue)" } ?? "\(value)"
    }

    private static func words(of error: DecodingError, _ type: Any.Type) -> String {
        switch error {
        case .dataCorrupted, .keyNotFound, .typeMismatch, .valueNotFound: "a valid \(type)"
        @unknown default: "a valid \(type)"
        }
    }
}
