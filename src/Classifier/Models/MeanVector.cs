using System.Numerics.Tensors;

namespace Classifier.Models;

/// <summary>
/// A clause as one point: the mean of its words' vectors, each word weighted by how much it says. (Maximum and minimum by dimension beside the mean gained
/// nothing here: see the table of trials in the card.)
/// </summary>
internal static class MeanVector
{
    /// <summary>The clause's point; zero where no word is known.</summary>
    public static float[] Of(ScannedClause clause, WordVectors vectors)
    {
        float[] mean = new float[vectors.Dimensions];
        float total = Sum(clause, vectors, mean);
        if (total > 0) TensorPrimitives.Divide(mean, total, mean);
        return mean;
    }

    /// <summary>Adds up the weighted vectors; returns the sum of the weights.</summary>
    private static float Sum(ScannedClause clause, WordVectors vectors, Span<float> sum)
    {
        float total = 0;
        foreach (ScannedWord word in clause.Words)
        {
            int index = vectors.Find(word.Hash);
            if (index < 0) continue;
            vectors.AddTo(index, vectors.Information(index), sum);
            total += vectors.Information(index);
        }
        return total;
    }
}
