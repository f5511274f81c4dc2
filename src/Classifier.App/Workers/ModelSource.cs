namespace Classifier.App.Workers;

/// <summary>Where models come from.</summary>
internal static class ModelSource
{
    /// <summary>The folder of the model that ships with the program.</summary>
    public static string Default { get; } = Path.Combine(AppContext.BaseDirectory, "models", "default");
}
