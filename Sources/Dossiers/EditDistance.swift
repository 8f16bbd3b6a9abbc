/// Letters to insert, delete or exchange to make one word of another (Levenshtein 1966).
package enum EditDistance {
    /// - Returns: The distance, or `limit + 1` as soon as it is greater than the limit.
    /// - Complexity: O(length × limit).
    package static func between(_ left: [UInt8], _ right: ArraySlice<UInt8>, limit: Int) -> Int {
        let right = Array(right)
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        var previous = Array(0...right.count)
        var current = previous
        for i in 0..<left.count {
            current[0] = i + 1
            var least = current[0]
            for j in 0..<right.count {
                current[j + 1] = min(
                    previous[j] + (left[i] == right[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
                least = min(least, current[j + 1])
            }
            if least > limit { return limit + 1 }
            swap(&previous, &current)
        }
        return min(previous[right.count], limit + 1)
    }
}
