using Classifier.Torch.Checkpoints;
using Classifier.Torch.Network;
using TorchSharp;
using TorchSharp.Modules;

namespace Classifier.Torch.Training;

/// <summary>
/// AdamW (Loshchilov and Hutter 2019, arXiv:1711.05101) with a step size that rises over the warm-up and then falls to nothing, and gradients
/// clipped to length 1, as BERT was trained. Biases and layer normalisations do not decay.
/// </summary>
/// <remarks>TorchSharp's own AdamW cannot take up a saved state before its first step, and frees the weights with itself.</remarks>
internal sealed class Descent : IDisposable
{
    private const double LongestGradient = 1, FirstDecay = 0.9, SecondDecay = 0.999, Epsilon = 1e-8;

    private readonly Weights _weights, _first, _second;
    private readonly double _rate, _decay;
    private readonly long _steps, _warmUp;

    /// <summary>Prepares the first step.</summary>
    /// <param name="weights">What is trained; not owned.</param>
    /// <param name="rate">Highest step size.</param>
    /// <param name="decay">Decay of the matrices.</param>
    /// <param name="steps">Steps in all.</param>
    /// <param name="warmUp">Share of them, 0..1, over which the step size rises.</param>
    /// <param name="device">Where the weights are.</param>
    public Descent(Weights weights, double rate, double decay, long steps, double warmUp, torch.Device device)
    {
        (_weights, _rate, _decay, _steps, _warmUp) = (weights, rate, decay, Math.Max(1, steps), (long)(warmUp * steps));
        Dictionary<string, TensorValues> zeros = weights.All.ToDictionary(pair => pair.Key, pair => new TensorValues(pair.Value.shape, new float[pair.Value.numel()]));
        (_first, _second) = (new Weights(zeros, device), new Weights(zeros, device));
    }

    /// <summary>Steps taken.</summary>
    public long Taken { get; private set; }

    /// <summary>Takes one step down a loss. Its temporaries end with the caller's dispose scope.</summary>
    /// <param name="loss">A scalar.</param>
    public void Step(torch.Tensor loss)
    {
        double rate = _rate * (Taken < _warmUp ? (Taken + 1.0) / _warmUp : Math.Max(0, (double)(_steps - Taken) / Math.Max(1, _steps - _warmUp)));
        foreach ((_, Parameter parameter) in _weights.All) parameter.grad?.zero_();
        loss.backward();
        Parameter[] moved = [.. _weights.All.Select(pair => pair.Value).Where(parameter => parameter.grad is not null)];
        torch.nn.utils.clip_grad_norm_(moved, LongestGradient);
        Taken++;
        using IDisposable quiet = torch.no_grad();
        foreach ((string name, Parameter parameter) in _weights.All)
        {
            if (parameter.grad is not { } gradient) continue;
            _first[name].mul_(FirstDecay).add_(gradient, 1 - FirstDecay);
            _second[name].mul_(SecondDecay).addcmul_(gradient, gradient, 1 - SecondDecay);
            if (parameter.dim() > 1) parameter.mul_(1 - (rate * _decay));
            torch.Tensor spread = _second[name].div(1 - Math.Pow(SecondDecay, Taken)).sqrt_().add_(Epsilon);
            parameter.addcdiv_(_first[name], spread, -rate / (1 - Math.Pow(FirstDecay, Taken)));
        }
    }

    /// <summary>Writes the moments, so that a later <see cref="Resume"/> goes on as if nothing had happened.</summary>
    public void Save(string path)
    {
        Dictionary<string, TensorValues> moments = _first.Read().ToDictionary(pair => "first." + pair.Key, pair => pair.Value);
        foreach ((string name, TensorValues tensor) in _second.Read()) moments["second." + name] = tensor;
        SafetensorsWriter.Write(path, moments);
    }

    /// <summary>Takes up saved moments.</summary>
    /// <param name="moments">As written by <see cref="Save"/>.</param>
    /// <param name="taken">Steps taken until then.</param>
    public void Resume(IReadOnlyDictionary<string, TensorValues> moments, long taken)
    {
        _first.Write(_first.All.ToDictionary(pair => pair.Key, pair => moments["first." + pair.Key]));
        _second.Write(_second.All.ToDictionary(pair => pair.Key, pair => moments["second." + pair.Key]));
        Taken = taken;
    }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }
}
