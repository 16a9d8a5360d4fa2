import HTMLTree

/// The addresses to which a page's links lead out of the program, each with a number that it keeps.
final class LinkTable {
    private(set) var addresses: [String] = []
    private var numbers: [String: UInt16] = [:]

    /// More than terminals take (as VTE, 2083 bytes).
    private static let longestAddress = 2_000

    /// The number of the address of the link around a node, from 1; 0 for none, and when there were too many.
    func number(of node: NodeID, in document: Document) -> UInt16 {
        var next: NodeID? = node
        while let element = next {
            if document.isElement(element), document.name(of: element) == "a",
                let address = document.attribute("href", of: element)
            {
                return number(of: address)
            }
            next = document.parent(of: element)
        }
        return 0
    }

    private func number(of address: String) -> UInt16 {
        if let known = numbers[address] { return known }
        guard address.utf8.count <= Self.longestAddress, let number = UInt16(exactly: addresses.count + 1) else {
            return 0
        }
        addresses.append(address)
        numbers[address] = number
        return number
    }
}
