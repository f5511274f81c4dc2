namespace Classifier.Models;

/// <summary>The features of one clause that are not zero.</summary>
/// <param name="Indexes">Feature indexes, ascending.</param>
/// <param name="Values">Their values, in the same order.</param>
internal readonly record struct SparseVector(int[] Indexes, float[] Values);
