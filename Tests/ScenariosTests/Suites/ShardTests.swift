import Testing

@testable import Scenarios

@Suite struct ShardTests {
    @Test(arguments: [1, 2, 3, 7])
    func `Each case is in one shard, and in the same one in every run`(count: Int) throws {
        let shards = try (1...count).map { try #require(CaseShard("\($0)/\(count)")) }
        for number in 0..<200 {
            #expect(shards.count { $0.contains("Scenarios/a.yaml#\(number)") } == 1)
        }
        #expect(try #require(CaseShard("3/3")).contains("Scenarios/settings.yaml"))
    }

    @Test func `Cases spread over the shards`() throws {
        let shard = try #require(CaseShard("1/4"))
        let share = (0..<1000).count { shard.contains("Scenarios/a.yaml#\($0)") }
        #expect((200...300).contains(share))
    }

    @Test(arguments: ["", "0/3", "4/3", "1", "1/0", "1/2/3", "-1/3", "a/b", "1/99999999999999999999", "+1/2"])
    func `What is no shard is refused`(text: String) { #expect(CaseShard(text) == nil) }
}
