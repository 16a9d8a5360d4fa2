/// The names of the cases of an enumeration, which the language tells of a value only.
enum CaseNames {
    /// The names, those of cases that carry something first; nil when the type is no enumeration, or when the program was
    /// built without the names of its fields.
    ///
    /// In the description of an enumeration (docs/ABI/TypeMetadata.rst), after four fields of four bytes, stands how far
    /// away its fields are described. That is a header of 16 bytes, which ends with the size of an entry and the number of
    /// entries, and entries whose last four bytes say how far away the name stands.
    static func all(of type: Any.Type) -> [String]? {
        guard let description = TypeKind.description(ofEnumeration: type), let fields = address(at: description + 16)
        else { return nil }
        let size = Int(fields.load(fromByteOffset: 10, as: UInt16.self))
        let count = Int(fields.load(fromByteOffset: 12, as: UInt32.self))
        guard size >= 12 else { return nil }
        return (0..<count).compactMap { number in
            address(at: fields + 16 + number * size + 8).map {
                String(cString: $0.assumingMemoryBound(to: UInt8.self))
            }
        }
    }

    /// The name of a value's case; nil when that cannot be told.
    static func name<Value>(of value: Value) -> String? {
        guard let names = all(of: Value.self) else { return nil }
        if let label = Mirror(reflecting: value).children.first?.label, names.contains(label) { return label }
        // Cases that carry nothing are their numbers where no case carries anything; else a value is described by its name
        // unless it describes itself otherwise.
        if MemoryLayout<Value>.size == 1, let count = KeyListing.caseCount(of: Value.self), count == names.count {
            let number = Int(withUnsafeBytes(of: value) { $0[0] })
            return names.indices.contains(number) ? names[number] : nil
        }
        if names.count == 1 { return names[0] }
        let words = "\(value)"
        return names.contains(words) ? words : nil
    }

    /// Where a distance leads that is counted from where it stands; nil for none.
    private static func address(at place: UnsafeRawPointer) -> UnsafeRawPointer? {
        let distance = Int(place.load(as: Int32.self))
        return distance == 0 ? nil : place + distance
    }
}
