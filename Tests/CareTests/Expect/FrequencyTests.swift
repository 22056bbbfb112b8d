import Testing

@testable import Care

@Suite("Natural frequencies")
struct FrequencyTests {
    @Test(
        "a share of people, at each step of the wording",
        arguments: [
            (0, "no people"), (0.004, "fewer than 1 in 100 people"), (0.005, "about 1 in 100 people"),
            (0.0949, "about 9 in 100 people"), (0.095, "about 1 in 10 people"),
            (0.13, "about 1 in 10 people (13 of 100)"),
            (0.144, "about 1 in 10 people (14 of 100)"), (0.15, "1 to 2 in 10 people (15 of 100)"),
            (0.16, "about 2 in 10 people (16 of 100)"), (0.3, "about 3 in 10 people"),
            (0.45, "4 to 5 in 10 people (45 of 100)"), (0.93, "about 9 in 10 people (93 of 100)"),
            (0.95, "9 to 10 in 10 people (95 of 100)"), (0.96, "nearly all people (96 of 100)"),
            (0.97, "nearly all people (97 of 100)"),
            (0.999, "nearly all people (more than 99 of 100)"), (1, "all people"),
        ])
    func people(share: Double, words: String) { #expect(Frequency.people(share) == words) }

    @Test("an interval is widened to whole people, and binary arithmetic adds nobody")
    func interval() {
        #expect(Frequency.interval(0.86...0.97) == "The true number is likely between 86 and 97 of 100.")
        #expect(Frequency.interval(0.8612...0.9601) == "The true number is likely between 86 and 97 of 100.")
        #expect(Frequency.interval(0.29...0.58) == "The true number is likely between 29 and 58 of 100.")
        #expect(Frequency.interval(0...0) == "The true number is likely between 0 and 0 of 100.")
    }

    @Test("counts and times as people say them")
    func counts() {
        #expect(Frequency.count(1, "week") == "1 week" && Frequency.count(2, "week") == "2 weeks")
        #expect(Frequency.count(3, to: 6, "hour") == "3 to 6 hours" && Frequency.count(2.5, "hour") == "2.5 hours")
        #expect(Frequency.minutes(30) == "30 minutes" && Frequency.minutes(150) == "2.5 hours")
        #expect(Frequency.minutes(60) == "1 hour" && Frequency.minutes(180) == "3 hours")
        #expect(Frequency.minutes(100) == "100 minutes")
    }
}
