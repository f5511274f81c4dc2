namespace Classifier.Models;

/// <summary>Joins the contributions of neighbouring tokens that pull the same way into phrases, as a reader would quote them.</summary>
internal static class Phrases
{
    /// <summary>A token joins its neighbour's phrase when it pulls at least this share as hard as the strongest token of the clause.</summary>
    private const double Strong = 0.25;

    /// <summary>Most tokens in one phrase; longer ones read as a quotation of the clause.</summary>
    private const int MostTokens = 4;

    /// <summary>Joins; the sum of the weights stays what it was.</summary>
    /// <param name="tokens">Where the tokens stand.</param>
    /// <param name="weights">What each token contributes.</param>
    /// <returns>Contributions, largest absolute value first; tokens without any contribution are left out.</returns>
    public static IReadOnlyList<Contribution> Join(IReadOnlyList<TextSpan> tokens, IReadOnlyList<double> weights)
    {
        double strong = Strong * weights.Select(Math.Abs).DefaultIfEmpty(0).Max();
        List<Contribution> phrases = [];
        for (int first = 0; first < tokens.Count;)
        {
            int end = first + 1;
            double sum = weights[first];
            while (end < tokens.Count && end - first < MostTokens && Joins(weights[end - 1], weights[end])) sum += weights[end++];
            if (sum != 0) phrases.Add(new Contribution(tokens[first].Start, tokens[end - 1].Start + tokens[end - 1].Length - tokens[first].Start, sum));
            first = end;
        }
        return [.. phrases.OrderByDescending(phrase => Math.Abs(phrase.Weight)).ThenBy(phrase => phrase.Start)];

        bool Joins(double one, double next) => Math.Sign(one) == Math.Sign(next) && Math.Abs(one) >= strong && Math.Abs(next) >= strong;
    }
}
