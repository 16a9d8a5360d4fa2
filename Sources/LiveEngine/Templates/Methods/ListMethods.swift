/// The methods of lists and tuples.
enum ListMethods {
    static let names = ["index", "count"]

    private static let search = Signature("list method", ["value"])

    static func call(_ name: String, on list: any TemplateList, _ arguments: Arguments, at offset: Int)
        throws(TemplateError) -> TemplateValue?
    {
        guard names.contains(name) else { return nil }
        let value = try search.bind(arguments, at: offset).value(0)
        let indices = (0..<list.count).lazy.filter { list[$0].isEqual(to: value) }
        if name == "count" { return .integer(Array(indices).count) }
        guard let index = indices.first else {
            throw TemplateError(
                .unsupportedOperand(operation: "index", left: "a value that is not in the list", right: nil),
                at: offset)
        }
        return .integer(index)
    }
}
