% The shares of sellers at time 10 over two costs: ode45, one call a cell, as it is by default.
count = str2double(argv(){1});
velocity = @(s, c1, c2) [s(1) * (1 - s(1)) * (90 - c1 - 60 * s(2) - 60 * s(2) * s(3)); ...
  s(2) * (1 - s(2)) * (110 * s(1) - 20 - c2); ...
  s(3) * (1 - s(3)) * (50 * s(4) - 10 + (s(1) - 1) * s(2) * (110 + 50 * s(4))); ...
  s(4) * (1 - s(4)) * ((s(2) - 1 - s(1) * s(2)) * (10 + 90 * s(3)))];
found = zeros(count);
tic;
for j = 1:count
  for i = 1:count
    c1 = 5 + 35 * (i - 1) / (count - 1);
    c2 = 20 + 100 * (j - 1) / (count - 1);
    [~, s] = ode45(@(t, s) velocity(s, c1, c2), [0, 10], 0.5 * ones(4, 1));
    found(j, i) = s(end, 1);
  end
end
printf('{"seconds": %.6f, "values": %s}\n', toc, mat2str(found));
