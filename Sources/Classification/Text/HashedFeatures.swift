/// The features of a page by the hash of their text, counted zone by zone: what a known model needs of them, without a
/// text for each.
struct HashedFeatures {
    struct Count {
        var times: Int
        var kind: Feature.Kind
    }

    private(set) var zones: [(zone: Feature.Zone, counts: [UInt64: Count])] = []

    init(of zones: TextZones, recipe: FeatureRecipe) {
        for (zone, lines) in [
            (Feature.Zone.title, zones.tokens.title), (.request, zones.tokens.request), (.body, zones.tokens.body),
        ] {
            self.zones.append((zone, Self.counts(of: lines, in: zone, recipe: recipe)))
        }
    }

    private static func counts(
        of lines: [SyllableTokens], in zone: Feature.Zone, recipe: FeatureRecipe
    ) -> [UInt64: Count] {
        var counts: [UInt64: Count] = [:]
        counts.reserveCapacity(lines.reduce(0) { $0 + $1.marked.count * 4 })
        let kinds: [Feature.Kind] = recipe.contains(.folded) ? [.marked, .folded] : [.marked]
        for kind in kinds {
            let start = Feature.hash(zone, kind)
            for line in lines {
                var previous: WordHash?
                for word in kind == .marked ? line.marked : line.folded {
                    let hash = start.with(word)
                    counts[hash.value, default: Count(times: 0, kind: kind)].times += 1
                    if recipe.contains(.pairs), let previous {
                        counts[previous.followed(by: word).value, default: Count(times: 0, kind: kind)].times += 1
                    }
                    previous = hash
                }
            }
        }
        let start = Feature.hash(zone, .letters)
        if recipe.contains(.letters), zone != .title {
            for run in lines.flatMap({ FeatureRecipe.runs(of: FeatureRecipe.lettersInARun, in: $0.folded) }) {
                counts[start.with(run).value, default: Count(times: 0, kind: .letters)].times += 1
            }
        }
        if zone == .title {
            for run in recipe.titleLetters(of: lines) {
                counts[run.wordHash, default: Count(times: 0, kind: .letters)].times += 1
            }
        }
        return counts
    }
}
