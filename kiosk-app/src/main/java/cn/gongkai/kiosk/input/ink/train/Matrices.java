package cn.gongkai.kiosk.input.ink.train;

import java.util.Random;
import java.util.stream.IntStream;

/// The little linear algebra the training needs, on square symmetric matrices.
final class Matrices {

  private static final int ROUNDS = 40;

  private Matrices() {}

  /// The lower triangle L with L Lᵀ = the matrix.
  ///
  /// @throws IllegalArgumentException where the matrix is not positive definite
  static double[][] cholesky(double[][] matrix) {
    int n = matrix.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        if (i == j && !(sum > 0)) {
          throw new IllegalArgumentException("not positive definite");
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    return lower;
  }

  /// x with L x = b.
  static double[] forward(double[][] lower, double[] b) {
    double[] x = b.clone();
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  /// x with Lᵀ x = b.
  static double[] backward(double[][] lower, double[] b) {
    double[] x = b.clone();
    for (int i = x.length - 1; i >= 0; i--) {
      x[i] /= lower[i][i];
      for (int k = 0; k < i; k++) {
        x[k] -= lower[i][k] * x[i];
      }
    }
    return x;
  }

  /// Orthonormal vectors that span the directions in which the matrix is largest, by orthogonal
  /// iteration. Distances in that space do not depend on which base of it is found.
  static double[][] largest(double[][] matrix, int count, long seed) {
    int n = matrix.length;
    Random random = new Random(seed);
    double[][] base = new double[count][n];
    for (double[] vector : base) {
      for (int i = 0; i < n; i++) {
        vector[i] = random.nextGaussian();
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      double[][] before = base;
      base =
          IntStream.range(0, count)
              .parallel()
              .mapToObj(v -> product(matrix, before[v]))
              .toArray(double[][]::new);
      orthonormalise(base);
    }
    return base;
  }

  private static double[] product(double[][] matrix, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      product[i] = dot(matrix[i], vector);
    }
    return product;
  }

  /// Modified Gram-Schmidt.
  private static void orthonormalise(double[][] base) {
    for (int v = 0; v < base.length; v++) {
      for (int before = 0; before < v; before++) {
        double share = dot(base[v], base[before]);
        for (int i = 0; i < base[v].length; i++) {
          base[v][i] -= share * base[before][i];
        }
      }
      double length = Math.max(Math.sqrt(dot(base[v], base[v])), 1e-300);
      for (int i = 0; i < base[v].length; i++) {
        base[v][i] /= length;
      }
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
