// Both screens of gyms as one file to fetch.
export { GymScreen } from '../features/gyms/gym-screen.tsx'
export { GymsScreen } from '../features/gyms/gyms-screen.tsx'
