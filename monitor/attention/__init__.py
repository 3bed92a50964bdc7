"""What a series of counts says about attention: levels, signs, evidence, forecasts; pure functions."""
