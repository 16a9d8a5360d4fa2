/// The methods of dictionaries.
enum MapMethods {
    static let names = ["items", "keys", "values", "get"]

    private static let get = Signature("get", ["key", "default?"])

    static func call(_ name: String, on map: any TemplateMap, _ arguments: Arguments, at offset: Int)
        throws(TemplateError) -> TemplateValue?
    {
        switch name {
        case "items": return .list(map.items)
        case "keys": return .list(map.keys)
        case "values": return .list(map.values)
        case "get":
            let bound = try get.bind(arguments, at: offset)
            return map.value(for: bound.value(0)) ?? bound.given(1) ?? TemplateValue.none
        default: return nil
        }
    }
}
